"""The files of a template: itself, its README, the import document where that is apart, and packages of functions."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.cloudformation.at_home import home_files, home_of
from specforge.cloudformation.view import Dialect, View, view_of
from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile, output_file
from specforge.render import render

# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
LARGEST_TEMPLATE = 1_000_000
LARGEST_WITHOUT_BUCKET = 51_200
MOST_RESOURCES = 500
MOST_PARAMETERS = 200


def template_files(api: Api, dialect: Dialect, report: Report, *, body_in_own_file: bool) -> Iterator[OutputFile]:
    """Yields what a target has to write: a stack of its own, or what a template that holds the document needs."""
    home = home_of(api)
    if home is not None:
        yield from home_files(api, home, dialect, report)
        return
    view = view_of(api, dialect, report, body_in_own_file=body_in_own_file)
    files = tuple(written(dialect.target, view, report.templates))
    report_limits(view, files[0], api, report)
    yield from files


def written(target: str, view: View, templates: str | None = None) -> Iterator[OutputFile]:
    """Yields the files of a target, the template first; `templates` is the folder of a user's own."""
    text = render(target, "template.yaml.j2", view, overrides=templates)
    if len(text.encode("utf-8")) > LARGEST_TEMPLATE:
        text = render(target, "template.yaml.j2", view.compact(), overrides=templates)
    yield output_file(f"{target}/template.yaml", text)
    yield output_file(f"{target}/README.md", render(target, "README.md.j2", view, overrides=templates))
    if view.body.file is not None:
        yield output_file(f"{target}/{view.body.file}", view.body.text)
    for path, content in view.packages:
        yield output_file(f"{target}/{path}", content)


def report_limits(view: View, template: OutputFile, api: Api, report: Report) -> None:
    """Reports what CloudFormation would refuse, or takes from a bucket only."""
    what, size = f"template {template.path}", len(template.data)
    if size > LARGEST_TEMPLATE:
        message = f"the {what} has {size} bytes; CloudFormation takes at most {LARGEST_TEMPLATE}"
        report.add("cloudformation-template-too-large", api.origin, message)
    elif size > LARGEST_WITHOUT_BUCKET:
        message = f"the {what} has {size} bytes; beyond {LARGEST_WITHOUT_BUCKET} it is deployed by way of a bucket"
        report.add("cloudformation-template-needs-bucket", api.origin, message)
    for count, most, parts in (
        (len(view.trees), MOST_RESOURCES, "resources"),
        (len(view.parameters), MOST_PARAMETERS, "parameters"),
    ):
        if count > most:
            message = f"the {what} has {count} {parts}; CloudFormation takes at most {most}"
            report.add("too-many-parts-of-template", api.origin, message)
