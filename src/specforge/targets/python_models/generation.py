"""The one place that calls datamodel-code-generator: schemas in, the source of pydantic models out.

What comes back is another program's text made of a stranger's document; `find_foreign` holds it against the few kinds
of statement that models consist of, so that no text of the document has become code.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from specforge.errors import InternalError
from specforge.render import with_controls_shown

MODULES = frozenset({"__future__", "collections.abc", "datetime", "decimal", "enum", "ipaddress", "pathlib"}) | {
    *("pydantic", "typing", "uuid")
}
CALLS = frozenset({"ConfigDict", "Field", "StringConstraints", "Decimal", "date", "datetime", "time", "timedelta"}) | {
    *("RootModel", "PlainSerializer", "BeforeValidator", "confloat", "conint", "constr", "conlist", "AnyUrl", "UUID")
}
STATEMENTS = (ast.AnnAssign, ast.Assign, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Pass)
HEADER = '"""Models of the API\'s schemas for the Lambda side, by datamodel-code-generator."""\n'


class GenerationFailedError(Exception):
    """Says in one line why datamodel-code-generator made nothing of the schemas."""


def generate(schemas: Mapping[str, Any]) -> str:
    """Returns the source of one module with a pydantic model for each schema of an OpenAPI 3.0 document.

    The builtin formatter and no timestamp: the same schemas give the same bytes, whatever stands on PATH.
    """
    import datamodel_code_generator as generator  # lazy: 60 ms
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import Formatter, PythonVersion

    document = {
        "openapi": "3.0.1",
        "info": {"title": "schemas", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = generator.generate(
                document,
                input_file_type=generator.InputFileType.OpenAPI,
                output_model_type=DataModelType.PydanticV2BaseModel,
                target_python_version=PythonVersion.PY_311,
                formatters=[Formatter.BUILTIN],
                custom_file_header=HEADER,
                disable_timestamp=True,
                use_annotated=True,
                field_constraints=True,
                snake_case_field=True,
                allow_population_by_field_name=True,
                allow_extra_fields=True,
                strict_nullable=True,
                enum_field_as_literal=generator.LiteralType.One,
                use_schema_description=True,
                use_field_description=True,
                use_standard_collections=True,
                use_union_operator=True,
                use_double_quotes=True,
                use_exact_imports=True,
                type_mappings=["email=string", "idn-email=string"],
            )
    except Exception as error:  # another program's failure on a stranger's document, of whatever kind
        lines = str(error).splitlines()
        raise GenerationFailedError(f"{type(error).__name__}: {lines[0] if lines else ''}"[:200]) from error
    if not isinstance(made, str):
        raise GenerationFailedError("the schemas need more than one module")
    made = with_controls_shown(made)
    if (foreign := find_foreign(made)) is not None:
        raise InternalError(f"models.py holds what no model has: {foreign}")
    return made if made.endswith("\n") else f"{made}\n"


@lru_cache(maxsize=1000)
def is_pattern(pattern: str) -> bool:
    """Tells whether pydantic can read a regular expression.

    Its engine is the crate `regex`, which neither looks around nor refers back; jsonschema-rs has the same one.
    """
    import jsonschema_rs  # lazy: 7 ms

    try:
        jsonschema_rs.validator_for({"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions())
    except jsonschema_rs.ValidationError:
        return False
    return True


def find_foreign(source: str) -> str | None:
    r"""Returns what in a module of models is neither import, class, field nor text; None when nothing is.

    >>> find_foreign("class A(BaseModel):\n    b: int = Field(ge=0)"), find_foreign("import os")
    (None, 'line 1: import os')
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        return f"a syntax error: {error}"
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not _is_expected(node):
            return f"line {node.lineno}: {ast.unparse(node)[:80]}"
        if isinstance(node, ast.Call) and not _is_known_call(node):
            return f"line {node.lineno}: {ast.unparse(node)[:80]}"
    return None


def _is_expected(node: ast.stmt) -> bool:
    match node:
        case ast.Import(names=names):
            return all(name.name in MODULES for name in names)
        case ast.ImportFrom(module=module):
            return module in MODULES
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="model_rebuild"))):
            return True
        case _:
            return isinstance(node, STATEMENTS)


def _is_known_call(node: ast.Call) -> bool:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in CALLS or name == "model_rebuild" or name in {"model_validate", "TypeAliasType"}
