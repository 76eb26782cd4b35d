"""`specforge templates` and `build --templates`: one block of an output is changed, the rest stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.cli.main import run
from specforge.render import template_files

SPEC = """
openapi: 3.0.1
info: {title: shop, version: '1'}
paths:
  /items:
    get:
      operationId: list
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}}
"""


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "shop.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def override(name: str, text: str) -> None:
    path = Path("mine", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_list_names_what_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "list"]) == 0
    listed = capsys.readouterr().out.split()

    assert listed == list(template_files())
    assert {"docs/index.html.j2", "python_client/api.py.j2", "terraform/main.tf.j2", "sam/template.yaml.j2"} <= {
        *listed
    }
    assert run(["templates", "show", "python-client/pyproject.toml"]) == 0
    assert "[build-system]" in capsys.readouterr().out


def test_a_misspelt_template_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "show", "python-client/apy.py"]) == 2
    assert "did you mean python_client/api.py.j2?" in capsys.readouterr().err


@pytest.mark.parametrize("target", sorted({name.partition("/")[0] for name in template_files()} - {"expand"}))
def test_copied_templates_change_nothing(target: str, spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "copy", target, "--out", "mine"]) == 0
    names = [target.replace("_", "-")]
    if names == ["python-models"]:
        spec.write_text(f"{SPEC}components: {{schemas: {{A: {{type: object}}}}}}\n", encoding="utf-8")
    given = ["build", str(spec), "--target", *names]
    assert run([*given, "--out", "plain"]) == 0
    assert run([*given, "--out", "own", "--templates", "mine"]) == 0
    capsys.readouterr()

    plain, own = (
        {
            path.relative_to(folder): path.read_bytes()
            for path in Path(folder).rglob("*")
            if path.is_file() and path.parent.name != ".specforge"
        }
        for folder in ("plain", "own")
    )
    assert plain == own
    assert len(plain) > 0


def test_one_block_can_be_overridden(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    override("terraform/README.md.j2", '{% include "builtin/terraform/README.md.j2" %}\nOwned by team blue.\n')

    assert run(["build", str(spec), "--target", "terraform", "--out", "own", "--templates", "mine"]) == 0
    capsys.readouterr()
    text = Path("own/terraform/README.md").read_text(encoding="utf-8")
    assert text.endswith("\nOwned by team blue.\n")
    assert len(text) > 500


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for %}", "mine/python-client/api_index.py.j2:1: "),
        ("\n{{ view.nothing }}", "api_index.py.j2:2: "),
        ("def (", "with the templates given, clients/python/shop_client/api/__init__.py does not parse as python"),
    ],
    ids=["syntax", "unknown name", "broken output"],
)
def test_a_faulty_template_is_the_users_and_is_named(
    text: str, said: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    override("python-client/api_index.py.j2", text)

    assert run(["build", str(spec), "--target", "python-client", "--out", "own", "--templates", "mine"]) == 2
    assert said in capsys.readouterr().err
    assert not Path("own").exists()


def test_a_copy_replaces_no_file_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["templates", "copy", "docs/index.md", "--out", str(tmp_path / "mine")]

    assert [run(given), run(given), run([*given, "--overwrite"])] == [0, 2, 0]
    assert "is there already; --overwrite replaces it" in capsys.readouterr().err
