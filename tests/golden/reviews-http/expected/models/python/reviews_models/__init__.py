"""Models of the API's schemas for the Lambda side, by datamodel-code-generator."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Review(BaseModel):
    model_config = ConfigDict(
        extra="allow",
        populate_by_name=True,
    )
    stars: int
    text: str | None = None
