"""Tells that openapi.json names functions or roles that the import of it does not create.

## Why is this bad?
A short form brings them along; imported on its own, the document calls a function that is not there, and every call
answers 500. The SAM and CloudFormation templates and the Terraform module create it.

## Examples
```yaml target=openapi
paths:
  /photos:
    post:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        upload: {bucket: photos, key: 'photos/{uuid}', max-bytes: 1000}  # error: "postPhotosSigner"
```
```yaml target=openapi
paths:
  /photos:
    post:
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: addPhoto}
```

## References
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
