"""datamodel-code-generator reads the same schemas with its own code: both accept the same payloads."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from specforge.clients.sampling import sample
from specforge.ir import Api
from tests.consumers.generated import emit, imported, put
from tests.consumers.test_python_types import api_of
from tests.required import ROOT, corpus

DOCUMENTS = ("specs/orders.yaml", "general/npm__readme__oas-examples__3.0__yaml__star-trek.yaml")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_our_models_and_pydantic_models_accept_the_same_payloads(document: str, tmp_path: Path) -> None:
    path = ROOT / document if document.startswith("specs/") else corpus() / document
    api = api_of(path)
    theirs = pydantic_models(path, tmp_path)
    with imported(put(emit(api, "oracle_client"), tmp_path), "oracle_client") as package:
        compared = [name for name in api.schemas if accepts_and_agrees(name, api, package, theirs)]

    assert len(compared) >= 15


def accepts_and_agrees(name: str, api: Api, package: ModuleType, theirs: Mapping[str, Any]) -> bool:
    """Tells whether both have a class of that name; asserts that both take its sample, and give it back whole."""
    payload = sample(api.schemas[name], api.schemas)
    their_model = theirs.get(name)
    our_model = getattr(package.models, name, None)
    if their_model is None or not isinstance(our_model, type) or not isinstance(payload, dict):
        return False
    their_model.model_validate(payload)
    ours: Any = our_model
    assert ours.from_dict(payload).to_dict() == payload
    required = {info.alias or field for field, info in their_model.model_fields.items() if info.is_required()}
    assert required <= payload.keys()
    return True


def pydantic_models(path: Path, folder: Path) -> Mapping[str, Any]:
    """Returns the classes that datamodel-code-generator makes of a document."""
    generator = pytest.importorskip(
        "datamodel_code_generator", reason="needs datamodel-code-generator: pip install datamodel-code-generator"
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        generator.generate(
            path,
            input_file_type=generator.InputFileType.OpenAPI,
            output=folder / "theirs.py",
            output_model_type=generator.DataModelType.PydanticV2BaseModel,
            disable_timestamp=True,
            use_annotated=True,
            type_mappings=["email=string"],  # else pydantic wants another package
        )
        module = ModuleType("theirs")
        sys.modules["theirs"] = module
        try:
            exec(compile((folder / "theirs.py").read_text(encoding="utf-8"), "theirs.py", "exec"), vars(module))
        finally:
            del sys.modules["theirs"]
    return {name: value for name, value in vars(module).items() if hasattr(value, "model_validate")}
