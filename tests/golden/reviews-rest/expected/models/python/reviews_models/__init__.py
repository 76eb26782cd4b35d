"""Models of the API's schemas for the Lambda side, by datamodel-code-generator."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Review(BaseModel):
    model_config = ConfigDict(
        extra="allow",
        populate_by_name=True,
    )
    stars: Annotated[int, Field(ge=1, le=5)]
    text: str | None = None
    """
    It's "fine" */ --> </script> ${x} {{ y }}
    """
