"""CloudFormation's words for the resource graph; the targets sam and cloudformation differ in the API itself only."""

from specforge.cloudformation.template import API, Resource, Template
from specforge.cloudformation.view import Dialect, View, view_of

__all__ = ["API", "Dialect", "Resource", "Template", "View", "view_of"]
