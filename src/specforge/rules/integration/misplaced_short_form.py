"""Reports a short form in an operation whose method it cannot serve.

## Why is this bad?
An upload asks with a body and makes an object; a download is fetched. Browsers and caches treat methods accordingly.

## Examples
```yaml
paths:
  /photos:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        upload: {bucket: photos, key: 'photos/{uuid}', max-bytes: 1000}  # error: "POST, PUT or PATCH"
```
```yaml
paths:
  /photos:
    post:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        upload: {bucket: photos, key: 'photos/{uuid}', max-bytes: 1000}
```

## References
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="expand", severity=ERROR, stops="gateway", since="0.1")
