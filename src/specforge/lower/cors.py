"""`x-amazon-apigateway-cors` of HTTP APIs. Source: the developer guide, "x-amazon-apigateway-cors object"."""

from __future__ import annotations

from specforge.ir import HttpCors
from specforge.lower.alternatives import find_mapping
from specforge.lower.context import Context
from specforge.lower.texts import texts_in

EXTENSION = "x-amazon-apigateway-cors"


def lower_cors(context: Context) -> HttpCors | None:
    """Returns the CORS configuration; None when there is none."""
    cors = find_mapping(context.root, EXTENSION)
    if cors is None:
        return None
    return HttpCors(
        allow_origins=texts_in(cors, "allowOrigins"),
        allow_methods=texts_in(cors, "allowMethods"),
        allow_headers=texts_in(cors, "allowHeaders"),
        expose_headers=texts_in(cors, "exposeHeaders"),
        max_age_s=cors.integer("maxAge"),
        allow_credentials=cors.flag("allowCredentials"),
        origin=cors,
    )
