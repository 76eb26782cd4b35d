"""The whole program: read → open → lower → expand → check → settle → emit → verify → write.

Each stage is a function of its own package; this file is their order and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING

import msgspec

from specforge.config import DEFAULT_OUT, Config, find_config, read_config
from specforge.diagnostics import Diagnostic, Report, Severity
from specforge.document import Document, open_
from specforge.errors import ConfigError, SourceError
from specforge.expand import expand
from specforge.ir import Api
from specforge.lower import lower
from specforge.rules.check import check
from specforge.rules.rule import Context
from specforge.rules.selection import Selection, read_selection
from specforge.rules.settle import settle
from specforge.rules.suppressions import judge_suppressions
from specforge.source import Files, Problem, Source
from specforge.source.recursion import deep_stack

if TYPE_CHECKING:
    from specforge.importdoc import Explanation
    from specforge.output import OutputFile, Written
    from specforge.rules.page import Example

NOWHERE = os.path.join(os.path.abspath(os.sep), "specforge-example")
"""A folder that is not there."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What a caller may ask for beside the document; the command line's options, by the same names."""

    config: str | None = None
    settings: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    import_as_is: bool = False
    strict: bool = False
    allow_errors: bool = False
    templates: str | None = None


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its model and everything that was found: what `specforge validate` needs."""

    document: Document
    api: Api
    config: Config
    selection: Selection
    diagnostics: tuple[Diagnostic, ...]


class CompileResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a build of one document gives; `api` is None when the file could not be read into one."""

    name: str
    api: Api | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[OutputFile, ...] = ()
    targets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    covers: tuple[str, ...] | None = ()
    out: str = DEFAULT_OUT
    logical_id: str | None = None

    @property
    def ok(self) -> bool:
        """Tells whether no finding is an error."""
        return not any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    def plan(self, folder: str | PathLike[str], *, overwrite: bool = False) -> Written:
        """Returns what `write` would do, and touches nothing."""
        from specforge.output import plan  # lazy: 5 ms, with pathlib

        return plan(self.files, os.fspath(folder), targets=self.covers, overwrite=overwrite)

    def write(self, folder: str | PathLike[str], *, overwrite: bool = False) -> Written:
        """Puts the files into a folder, all together or not at all, and removes what the same targets left there.

        Raises ConfigError when a file would be replaced that specforge does not own.
        """
        from specforge.output import write  # lazy: 5 ms, with pathlib

        return write(self.files, os.fspath(folder), targets=self.covers, overwrite=overwrite)

    def explain_import(self) -> Explanation:
        """Returns what AWS would make of the document unchanged, and what its import document says instead."""
        from specforge.importdoc import Explanation, explain  # lazy: 10 ms, for those who ask

        if self.api is None:
            return Explanation()
        with deep_stack(self.name):
            return explain(self.api)


def compile(  # noqa: A001 (the public name)
    spec: str | PathLike[str],
    *,
    text: bytes | None = None,
    targets: Sequence[str] = (),
    config: str | PathLike[str] | None = None,
    settings: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    import_as_is: bool = False,
    allow_errors: bool = False,
    templates: str | PathLike[str] | None = None,
) -> CompileResult:
    """Compiles one document; `spec` is a file, or `template.yaml#/Resources/Api` for one body of several.

    `text` stands for the file's content, for input that is in no file; the other arguments are the command line's
    options by their names, `settings` being `--set`.
    Raises SourceError when there is no such file or it holds no API, ConfigError for an unusable option.
    """
    options = Options(
        config=None if config is None else os.fspath(config),
        settings=tuple(settings),
        select=tuple(select),
        ignore=tuple(ignore),
        targets=tuple(targets),
        import_as_is=import_as_is,
        allow_errors=allow_errors,
        templates=None if templates is None else os.fspath(templates),
    )
    results = tuple(compile_all(os.fspath(spec), options=options, text=text))
    if len(results) > 1:
        names = ", ".join(result.name for result in results)
        raise ConfigError(f"{os.fspath(spec)} holds {len(results)} APIs; name one of {names}")
    return results[0]


def compile_all(spec: str, *, options: Options, text: bytes | None = None) -> Iterator[CompileResult]:
    """Compiles every API of a file."""
    for judged in judge_all(spec, options=options, text=text):
        yield judged if isinstance(judged, CompileResult) else build(judged, options)


def judge_all(
    spec: str, *, options: Options, text: bytes | None = None, texts: Mapping[str, bytes] | None = None
) -> Iterator[Judged | CompileResult]:
    """Reads a file and judges every API in it; a CompileResult stands for a file that could not be read into one.

    `texts` stand for the content of files that are not on the disk like that, by their paths.
    """
    report = Report()
    file, wanted = _parted(spec)
    files = Files(project_root(file), texts=texts)
    config = read_config(options.config or find_config(file), options.settings, files, report)
    if config.root.mapping("build") is not None:
        from specforge.targets.settings import check_settings  # lazy: with the targets

        check_settings(config, report)
    selection = read_selection(config.lint, report, select=options.select, ignore=options.ignore)
    with deep_stack(spec):
        documents = open_(read(file, files, text), files, report)
    if not documents:
        # Nothing hides why there is no document: no selection, no severity.
        yield CompileResult(name=spec, api=None, diagnostics=settle(report.take(), Selection()))
    for document in _named(documents, wanted, spec):
        yield judge(document, config, selection, report, import_as_is=options.import_as_is, strict=options.strict)


def open_all(spec: str, report: Report, *, text: bytes | None = None) -> tuple[Document, ...]:
    """Reads a file and returns the APIs in it, unjudged; none when it could not be read into one."""
    file, wanted = _parted(spec)
    files = Files(project_root(file))
    with deep_stack(spec):
        return _named(open_(read(file, files, text), files, report), wanted, spec)


def judge(
    document: Document,
    config: Config,
    selection: Selection,
    report: Report,
    *,
    import_as_is: bool = False,
    strict: bool = False,
) -> Judged:
    """Lowers a document, expands it and runs the rules."""
    with deep_stack(document.name):
        api = expand(lower(document, config, report), report)
        found = [*check(Context(document, api, import_as_is, strict)), *report.take()]
        found += judge_suppressions(document, found, selection)
    return Judged(document=document, api=api, config=config, selection=selection, diagnostics=settle(found, selection))


def build(judged: Judged, options: Options) -> CompileResult:
    """Emits the targets that the findings leave possible, and verifies what they emitted."""
    from specforge.targets.emit import emit  # lazy: 3 ms, for builds only
    from specforge.verify import verify  # lazy: with it

    report = Report(options.templates)
    report.settled = judged.diagnostics
    with deep_stack(judged.document.name):
        emitted = emit(judged.api, judged.config, report, options.targets, force=options.allow_errors)
        verify(emitted.files, own_templates=options.templates is not None)
    return CompileResult(
        name=judged.document.name,
        api=judged.api,
        diagnostics=(*judged.diagnostics, *settle(report.take(), judged.selection)),
        files=emitted.files,
        targets=emitted.targets,
        notes=emitted.notes,
        covers=emitted.covers,
        out=judged.config.out,
        logical_id=judged.document.logical_id,
    )


def read(file: str, files: Files, text: bytes | None = None) -> Source:
    """Reads one file, or the text that stands for it. Raises SourceError when it cannot be read at all."""
    opened = files.stdin(text, file) if text is not None else files.open(file)
    if isinstance(opened, Problem):
        raise SourceError(opened.message)
    return opened


def project_root(file: str) -> str:
    """Returns the folder that references may not leave: the repository's, else the current one, else the file's."""
    folder = os.path.dirname(os.path.abspath(file))
    above = folder
    while not os.path.exists(os.path.join(above, ".git")):
        if os.path.dirname(above) == above:
            here = os.getcwd()
            return here if folder == here or folder.startswith(here.rstrip(os.sep) + os.sep) else folder
        above = os.path.dirname(above)
    return above


def diagnose(example: Example) -> tuple[Diagnostic, ...]:
    """Returns all that is found in an example of a rule, which needs no file: for `rules.examples.failures`."""
    from specforge.rules.examples import CONFIGURATION, DOCUMENT, files_of, settings_of  # lazy: for tests only

    texts = {os.path.join(NOWHERE, name): text.encode() for name, text in files_of(example).items()}
    spec, config = (os.path.join(NOWHERE, name) for name in (DOCUMENT, CONFIGURATION))
    options = Options(
        config=config if config in texts else None,
        settings=settings_of(example),
        targets=tuple(word.removeprefix("target=") for word in example.options if word.startswith("target=")),
        import_as_is="as-is" in example.options,
        strict="strict" in example.options,
        allow_errors=True,
    )
    results = judge_all(spec, options=options, texts=texts)
    if options.targets:
        results = (build(one, options) if isinstance(one, Judged) else one for one in results)
    return tuple(diagnostic for one in results for diagnostic in one.diagnostics)


def file_of(spec: str) -> str:
    """Returns the file that a name stands for: `template.yaml` for `template.yaml#/Resources/Api`."""
    return _parted(spec)[0]


def _parted(spec: str) -> tuple[str, str]:
    """Returns the file of a name, and what follows `#` when it names an API body in it."""
    file, mark, wanted = spec.rpartition("#/")
    return (file, wanted) if mark and not os.path.exists(spec) else (spec, "")


def _named(documents: tuple[Document, ...], wanted: str, spec: str) -> tuple[Document, ...]:
    if not wanted or not documents:
        return documents
    found = tuple(document for document in documents if document.name == spec)
    if not found:
        raise ConfigError(f"there is no API body {spec}; there are {', '.join(one.name for one in documents)}")
    return found
