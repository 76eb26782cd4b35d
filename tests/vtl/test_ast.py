from __future__ import annotations

from specforge.vtl import ast, parse
from specforge.vtl.references import walk


def test_every_node_knows_its_place() -> None:
    template = '#set($x = "a""b $input.path(\'$.c\') d")$x.y[0].z(1, "e$f")'
    spelled = {
        template[node.span.start : node.span.end]
        for node in walk(parse(template).ast)
        if isinstance(node, ast.Reference | ast.Index | ast.Method)
    }

    assert spelled == {
        "$x", "$input.path('$.c')", "path('$.c')", '$x.y[0].z(1, "e$f")', "[0]", 'z(1, "e$f")', "$f",
    }  # fmt: skip
