"""Api → resource graph, once; sam, cloudformation and terraform only spell it."""

from specforge.infrastructure.functions import rewired
from specforge.infrastructure.inputs import Input, Inputs, nodes, pascal_case, snake_case
from specforge.infrastructure.method_path import MethodPath
from specforge.infrastructure.model import (
    AccessLogging,
    CanaryRelease,
    Infrastructure,
    MethodSettings,
    MethodThrottle,
    Permission,
    PlannedAlarm,
    PlannedDomain,
    PlannedFunction,
    PlannedRole,
    PlannedStage,
    PlannedUsagePlan,
    PlannedVpcLink,
)
from specforge.infrastructure.plan import plan, with_vpc_endpoints
from specforge.infrastructure.wiring import wired

__all__ = [
    "AccessLogging",
    "CanaryRelease",
    "Infrastructure",
    "Input",
    "Inputs",
    "MethodPath",
    "MethodSettings",
    "MethodThrottle",
    "Permission",
    "PlannedAlarm",
    "PlannedDomain",
    "PlannedFunction",
    "PlannedRole",
    "PlannedStage",
    "PlannedUsagePlan",
    "PlannedVpcLink",
    "nodes",
    "pascal_case",
    "plan",
    "rewired",
    "snake_case",
    "wired",
    "with_vpc_endpoints",
]
