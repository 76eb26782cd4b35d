from __future__ import annotations

from pathlib import Path

from tests.lower.documents import api_of, configured, lowered


def test_what_info_says() -> None:
    api = lowered(
        """
        openapi: 3.0.1
        info:
          title: Orders
          version: 1.0
          description: "costs $${x}"
          termsOfService: https://e.com/t
          contact: {name: N, url: https://e.com, email: e@e.com}
          license: {name: L, url: https://e.com/l}
        externalDocs: {url: https://e.com/d}
        x-own: 1
        x-amazon-apigateway-cors: {}
        """
    )

    assert (api.title, api.version, api.description) == ("Orders", "1.0", "costs $${x}")
    assert api.contact is not None
    assert (api.contact.name, api.contact.license_name, api.contact.terms_of_service) == ("N", "L", "https://e.com/t")
    assert api.external_docs == {"url": "https://e.com/d"}
    assert api.extra == {"x-own": 1}


def test_a_document_without_a_title_is_called_after_its_file() -> None:
    api = lowered("openapi: 3.0.1")

    assert (api.title, api.version, api.description, api.contact) == ("api", "", None, None)


def test_the_configured_name_stands_beside_the_title(tmp_path: Path) -> None:
    config = configured("api: {name: shop}", tmp_path)

    assert (lowered("openapi: 3.0.1", config).title, lowered("openapi: 3.0.1", config).name) == ("shop", "shop")
    assert lowered("openapi: 3.0.1\ninfo: {title: Orders}", config).title == "Orders"


def test_webhooks_are_kept_as_they_are() -> None:
    assert api_of("webhooks: {a: {post: {}}}", "openapi: 3.1.0").webhooks == {"a": {"post": {}}}
