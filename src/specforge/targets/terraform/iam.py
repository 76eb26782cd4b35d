"""Roles and their policies in Terraform: each may do what the graph says, nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specforge.infrastructure import PlannedRole
from specforge.ir import Grant
from specforge.targets.terraform.blocks import Block, Call, Code, Value, inline, listed, mapped, resource
from specforge.targets.terraform.module import TAGS, Module

BOUNDARY = Code("var.permissions_boundary_arn")


def role_blocks(module: Module) -> Iterator[Block]:
    """Yields the roles that services take on for the API's integrations."""
    for role in module.plan.roles:
        yield from _role(role, module)


def _role(role: PlannedRole, module: Module) -> Iterator[Block]:
    label = module.labels.roles[role.name]
    yield resource("aws_iam_role", label, role_attributes(role.service, module.prefix(role.name)))
    statements = [grant_statement(grant, module) for grant in role.grants]
    if statements:
        yield role_policy(label, label, statements)


def role_attributes(service: str, prefix: Value | None = None) -> dict[str, Value | str | None]:
    """Returns the attributes of a role that a service takes on; without a prefix Terraform finds the name."""
    return {
        "name_prefix": prefix,
        "permissions_boundary": BOUNDARY,
        "assume_role_policy": assume_role(service),
        "tags": TAGS,
    }


def role_policy(label: str, role: str, statements: Sequence[Value]) -> Block:
    """Returns the policy of a role."""
    attributes: dict[str, Value] = {"role": Code(f"aws_iam_role.{role}.id"), "policy": policy(*statements)}
    return resource("aws_iam_role_policy", label, attributes)


def assume_role(service: str) -> Value:
    """Returns the policy that lets a service take a role."""
    return policy(mapped({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": inline({"Service": service})}))


def policy(*statements: Value) -> Value:
    """Returns a policy document."""
    return Call("jsonencode", (mapped({"Version": "2012-10-17", "Statement": listed(*statements)}),))


def grant_statement(grant: Grant, module: Module) -> Value:
    """Returns the statement of a grant."""
    condition = {"Condition": module.speller.tree(dict(grant.condition))} if grant.condition else {}
    return allow(grant.actions, [module.speller.value(text) for text in grant.resources], **condition)


def allow(actions: Sequence[str], resources: Sequence[Value | str], **further: Value) -> Value:
    """Returns a statement that allows actions on resources."""
    entries: dict[str, Value | str] = {"Effect": "Allow", "Action": listed(*actions), "Resource": listed(*resources)}
    return mapped({**entries, **further})
