"""`mapping-templates`: the VTL of a REST API as files, for editors, `specforge vtl` and reviews."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specforge.diagnostics import Report
from specforge.ir import Api, Data, Kind
from specforge.output import OutputFile, output_file
from specforge.targets.mapping_templates.view import FOLDER, TemplateFile, template_files
from specforge.targets.target import NoOptions, Target


def emit(api: Api, options: NoOptions, report: Report) -> Iterator[OutputFile]:  # noqa: ARG001  the signature of a target
    """Yields each inline template, its text unchanged, with a fixture, and `index.json`: where each comes from."""
    from specforge.targets.mapping_templates.skeletons import skeleton_of, skeleton_path  # lazy: 40 ms, with the engine

    index: dict[str, Data] = {}
    for file in template_files(api):
        index[file.path.removeprefix(f"{FOLDER}/")] = _entry(file)
        yield output_file(file.path, str(file.template.body))
        yield output_file(skeleton_path(file), skeleton_of(file, api))
    if index:
        text = json.dumps({"version": 1, "templates": index}, indent=2, ensure_ascii=False)
        yield output_file(f"{FOLDER}/index.json", text + "\n")


def _entry(file: TemplateFile) -> Data:
    entry: dict[str, Data] = {"role": file.role}
    if file.operation is not None:
        entry["operation"] = file.operation
    if file.key is not None:
        entry["key"] = file.key
    entry["mediaType"] = file.template.media_type
    entry["place"] = file.place
    if file.template.body.deferred:
        entry["deferred"] = True
    return entry


TARGET = Target(
    name="mapping-templates",
    summary="the mapping templates (VTL) of a REST API as files",
    options=NoOptions,
    emit=emit,
    kinds=(Kind.REST,),
    gateway=True,
)
