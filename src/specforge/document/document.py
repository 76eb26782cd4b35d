"""From files to API documents.

Input: a `Source` and the `Files` it may refer to. Output: one `Document` per API body in it.
Must not judge the content: what is wrong with a body is for the rules.
"""

from __future__ import annotations

from specforge.diagnostics import Report
from specforge.document.cursor import Cursor
from specforge.document.references import References, report_problems
from specforge.document.version import Version, version_of
from specforge.errors import SourceError
from specforge.source import Files, Source

BODIES = {
    "AWS::Serverless::Api": ("DefinitionBody", "rest"),
    "AWS::Serverless::HttpApi": ("DefinitionBody", "http"),
    "AWS::ApiGateway::RestApi": ("Body", "rest"),
    "AWS::ApiGatewayV2::Api": ("Body", "http"),
}


class Document:
    """One API body: the whole of a file, or a resource of a SAM or CloudFormation template.

    `name` is how users and messages call it: the file, with the JSON pointer of the resource
    behind `#` for a body in a template. `declared_kind` is rest or http where the template says it.
    """

    def __init__(
        self,
        name: str,
        root: Cursor,
        source: Source,
        *,
        logical_id: str | None = None,
        declared_kind: str | None = None,
    ) -> None:
        self.name = name
        self.root = root
        self.source = source
        self.logical_id = logical_id
        self.declared_kind = declared_kind
        self.version: Version = version_of(root)

    @property
    def references(self) -> References:
        """Returns the resolver, which knows every file of the document."""
        return self.root.references

    @property
    def completed_by_sam(self) -> bool:
        """Tells whether SAM adds integrations to the body, from the events of the functions beside it."""
        properties = self.root.parent
        resource = properties.parent if properties is not None else None
        kind = resource.value.get("Type") if resource is not None and self.logical_id else None
        return isinstance(kind, str) and kind.startswith("AWS::Serverless::")

    @property
    def template(self) -> Cursor | None:
        """Returns the SAM or CloudFormation template around the body; None when the file is the body."""
        return Cursor(self.source.entry, self.source.data, self.references) if self.logical_id else None


def open_(source: Source, files: Files, report: Report) -> tuple[Document, ...]:
    """Returns the API documents of a file; reports what reading it found.

    Raises SourceError when the file was read well and holds no API: no document, but no defect either.
    """
    references = References(source, files, report)
    top = references.top(source.entry)
    if not source.sound:
        report_problems(source, top, report)
        return ()
    documents = tuple(_bodies(top, source, files, report)) if _is_template(top) else ()
    report_problems(source, top, report, parts=[document.root.pointer() for document in documents])
    if not documents and not _is_api(top):
        message = f"{source.name} is no API document: it has no `openapi` or `swagger` key"
        raise SourceError(message, other_file=True)
    return documents or (Document(source.name, top, source),)


def _is_api(top: Cursor) -> bool:
    return any(top.get(key) is not None for key in ("openapi", "swagger", "paths"))


def _is_template(top: Cursor) -> bool:
    return top.mapping("Resources") is not None and not any(top.get(key) for key in ("openapi", "swagger"))


def _bodies(top: Cursor, source: Source, files: Files, report: Report) -> list[Document]:
    resources = top.mapping("Resources")
    found: list[Document] = []
    for logical_id, resource in resources.items() if resources is not None else ():
        body = _body(resource)
        if body is None:
            continue
        references = References(source, files, report)
        root = _rooted(body, references)
        references.rebase(source.entry, root)
        kind = BODIES[resource.string("Type") or ""][1]
        found.append(
            Document(f"{source.name}#{resource.path()}", root, source, logical_id=logical_id, declared_kind=kind)
        )
    return found


def _body(resource: Cursor) -> Cursor | None:
    key, _ = BODIES.get(resource.string("Type") or "", ("", ""))
    properties = resource.get("Properties")
    body = properties.get(key) if key and properties is not None else None
    if body is None or not isinstance(body.value, dict):
        return None
    return body if any(name in body.value for name in ("openapi", "swagger", "paths")) else None


def _rooted(body: Cursor, references: References) -> Cursor:
    return Cursor(body.entry, body.value, references, parent=body.parent, key=body.key)
