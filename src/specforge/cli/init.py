"""`specforge init`: the configuration, the hook and the workflow of a project."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from specforge import __version__
from specforge.cli.baselines import Baselines, findings
from specforge.cli.judging import Task, judge
from specforge.compiler import Options
from specforge.config.config import NAME
from specforge.errors import ConfigError, SourceError
from specforge.output import replace

if TYPE_CHECKING:
    from ruamel.yaml import YAML

HOOKS = ".pre-commit-config.yaml"
WORKFLOWS = {"github": ".github/workflows/specforge.yml", "gitlab": ".gitlab-ci.yml"}
BASELINE = "specforge-baseline.json"
KINDS = ("rest", "http", "plain")
DOCUMENT = "openapi.yaml"
VALIDATE = "git ls-files -z '*.yaml' '*.yml' '*.json' | xargs -0 -r specforge validate --skip-other-files"
PACKAGE = f"specforge-apigw=={__version__}"


class Answers(NamedTuple):
    """What the user wants; asked for on a terminal, else from the options.

    There is no kind where a template holds APIs of several.
    """

    spec: str
    kind: str | None
    hook: bool
    ci: str
    baseline: bool


@click.command(name="init")
@click.argument("spec", required=False, type=click.Path(readable=False))
@click.option("--kind", type=click.Choice(KINDS), help="The kind of API; else as the document looks.")
@click.option("--hook/--no-hook", default=None, help="Add specforge to .pre-commit-config.yaml.")
@click.option("--ci", type=click.Choice((*WORKFLOWS, "none")), help="Write a workflow for that system.")
@click.option("--baseline/--no-baseline", default=None, help="Record the findings of an old document as known.")
@click.option("--force", is_flag=True, help="Replace specforge.yaml, workflow and baseline where they are there.")
def command(
    spec: str | None, kind: str | None, hook: bool | None, ci: str | None, baseline: bool | None, force: bool
) -> None:
    """Set a project up for specforge.

    Writes specforge.yaml, the hook for pre-commit, a CI workflow, and a baseline that records what an old document
    (SPEC; else openapi.yaml) is known for. Asks on a terminal for what is not given; elsewhere it writes the hook, no
    workflow, and a baseline where there is something to record.

    Nothing that is there is replaced without --force. .pre-commit-config.yaml and .gitlab-ci.yml are added to, their
    comments kept.
    """
    asks = sys.stdin.isatty()
    given = spec
    spec = given or (click.prompt("The OpenAPI document", default=DOCUMENT) if asks else DOCUMENT)
    kinds, _ = _look_at(spec, None, given=given is not None or asks)
    told = kind or (kinds[0] if len(kinds) == 1 else None)
    if told is not None and kind is None and asks:
        told = click.prompt("The kind of API", type=click.Choice(KINDS), default=told)
    _, found = _look_at(spec, told)
    answers = Answers(
        spec,
        told,
        _decided(hook, "Add the pre-commit hook?", asks=asks),
        ci or (click.prompt("A workflow", type=click.Choice((*WORKFLOWS, "none")), default="none") if asks else "none"),
        found > 0 and _decided(baseline, f"Record {findings(found)} as known?", asks=asks),
    )
    files = dict(_files(answers, force=force))
    for path, text in files.items():
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        replace(path, text.encode("utf-8"))
        click.echo(f"wrote {path}")
    if answers.baseline:
        _record(answers.spec)
    click.echo(f"next: specforge validate {click.format_filename(spec)}")


def _look_at(spec: str, kind: str | None, *, given: bool = True) -> tuple[list[str], int]:
    """Returns the kinds of the APIs in the document, and how many findings there are when it is of that kind.

    Raises SourceError when there is no such document, or none that can be judged.
    """
    outcome = judge(Task(spec, Options(settings=(f"api.kind={kind}",) if kind else ())))
    if outcome.complaint is not None:
        hint = "" if given else "; name the document: specforge init SPEC"
        raise SourceError(f"{outcome.complaint}{hint}")
    kinds = [result.kind for result in outcome.results if result.kind is not None]
    if not kinds:
        raise SourceError(f"{spec} cannot be read; specforge validate says why")
    return sorted(set(kinds)), sum(len(result.diagnostics) for result in outcome.results)


def _decided(given: bool | None, question: str, *, asks: bool) -> bool:
    if given is not None:
        return given
    return click.confirm(question, default=True) if asks else True


def _files(answers: Answers, *, force: bool) -> Any:
    """Yields path and text of each file. Raises ConfigError, before anything is written, where one would be lost."""
    own = [NAME, *([BASELINE] if answers.baseline else []), *([WORKFLOWS["github"]] if answers.ci == "github" else [])]
    there = [path for path in own if os.path.lexists(path)]
    if there and not force:
        raise ConfigError(f"{', '.join(there)} {'is' if len(there) == 1 else 'are'} there; --force replaces")
    yield NAME, _configuration(answers)
    if answers.hook:
        yield HOOKS, _with_hook(_read(HOOKS))
    if answers.ci == "github":
        yield WORKFLOWS["github"], _workflow()
    if answers.ci == "gitlab":
        yield WORKFLOWS["gitlab"], _with_job(_read(WORKFLOWS["gitlab"]))


def _configuration(answers: Answers) -> str:
    from ruamel.yaml.comments import CommentedMap  # lazy: 60 ms

    data = CommentedMap(spec=answers.spec)
    data.yaml_set_start_comment("What specforge builds of the document, and how it judges it: `specforge schema`.")
    if answers.kind is not None:
        data["api"] = CommentedMap(kind=answers.kind)
        data["api"].yaml_add_eol_comment("rest, http or plain", "kind")
    data["build"] = CommentedMap(out="build")
    data["build"].yaml_add_eol_comment("without `targets`, all that fit", "out")
    data["lint"] = CommentedMap(baseline=BASELINE) if answers.baseline else CommentedMap(ignore=[])
    if answers.baseline:
        data["lint"].yaml_add_eol_comment("what was known when it was written", "baseline")
    return _written(data)


def _with_hook(data: Any) -> str:
    hook = {
        "id": "specforge-validate",
        "name": "specforge validate",
        "entry": "specforge validate --skip-other-files",
        "language": "python",
        "additional_dependencies": [PACKAGE],
        "types_or": ["yaml", "json"],
        "require_serial": True,
    }
    repositories = _list_in(data, "repos", HOOKS)
    hooks = [one for entry in repositories if isinstance(entry, dict) for one in entry.get("hooks") or ()]
    if not any(isinstance(one, dict) and one.get("id") == hook["id"] for one in hooks):
        repositories.append({"repo": "local", "hooks": [hook]})
    return _written(data)


def _workflow() -> str:
    return f"""\
# Findings appear beside the changed lines.
name: specforge
on: [push, pull_request]
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: python -m pip install {PACKAGE}
      - run: {VALIDATE} --format github --
"""


def _with_job(data: Any) -> str:
    data.setdefault(
        "specforge",
        {
            "image": "python:3.13",
            "before_script": [f"python -m pip install {PACKAGE}"],
            "script": [f"{VALIDATE} --format text --output - --format gitlab --output gl-code-quality-report.json --"],
            "artifacts": {"when": "always", "reports": {"codequality": "gl-code-quality-report.json"}},
        },
    )
    return _written(data)


def _record(spec: str) -> None:
    baselines = Baselines(BASELINE, lambda message: click.echo(f"specforge: {message}", err=True), write=True)
    for result in judge(Task(spec, Options())).results:
        baselines.left(result, None)
    for line in baselines.record():
        click.echo(line)


def _list_in(data: Any, key: str, path: str) -> Any:
    if data.get(key) is None:
        data[key] = []
    if not isinstance(data[key], list):
        raise ConfigError(f"{path} cannot be added to: {key} is no list")
    return data[key]


def _read(path: str) -> Any:
    """Returns the mapping of a YAML file with its comments; an empty one where there is none."""
    from ruamel.yaml.comments import CommentedMap  # lazy: 60 ms
    from ruamel.yaml.error import YAMLError  # lazy: with it

    try:
        with open(path, encoding="utf-8") as file:
            data = _yaml().load(file)
    except FileNotFoundError:
        return CommentedMap()
    except (OSError, ValueError, YAMLError) as error:
        raise ConfigError(f"{path} cannot be added to: {str(error).partition(chr(10))[0]}") from error
    if data is not None and not isinstance(data, dict):
        raise ConfigError(f"{path} cannot be added to: it is no mapping")
    return CommentedMap() if data is None else data


def _written(data: Any) -> str:
    stream = io.StringIO()
    _yaml().dump(data, stream)
    return stream.getvalue()


def _yaml() -> YAML:
    from ruamel.yaml import YAML  # lazy: 60 ms

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 2**31
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
