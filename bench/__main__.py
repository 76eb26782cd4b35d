"""`make bench`: specforge beside Redocly CLI and Spectral, in one run, as ratios.

Results are printed and kept in bench/results/latest.json; see bench/README.md.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import Any

from bench import deployments, documents, fetch, jobs, report, synthetic
from bench.breakdown import cold_start
from bench.documents import SMALL, Document
from bench.measure import Tool, alternate, least_cpu, run

RESULTS = fetch.BENCH / "results" / "latest.json"
START = Document("cold start, 100 lines", SMALL)
PARTS = ("cold", "documents", "growth", "jobs", "deployments", "breakdown")


def main() -> None:
    """Fetches, measures, prints and keeps."""
    arguments = command_line()
    peers = [tool for tool in fetch.peers() if tool.name not in arguments.without]
    ours = fetch.ours()
    tools = [*peers, ours] if ours else peers
    found: dict[str, Any] = {"surroundings": report.surroundings(), "cases": []}
    print(f"{found['surroundings']['figures']}; (x) is specforge's share of the peer's\n")
    cases = {
        "cold": lambda: [START],
        "documents": documents.public,
        "growth": documents.grown,
    }
    for part in (part for part in cases if part in arguments.only):
        rounds = arguments.rounds * (3 if part == "cold" else 1)
        found["cases"] += measured(cases[part](), tools, rounds)
    if "growth" in arguments.only:
        found["growth"] = growth(found["cases"], tools)
    if ours and "jobs" in arguments.only:
        found["jobs"] = jobs.measured(ours, arguments.rounds)
        jobs.show(found["jobs"])
    if ours and "deployments" in arguments.only and (deployed := deployments.measured(ours, arguments.rounds)):
        found["deployments"] = deployed
        deployments.show(deployed)
    if ours and "breakdown" in arguments.only:
        found["cold_start"] = breakdowns(ours)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"\nkept in {arguments.output}")


def command_line() -> argparse.Namespace:
    """Reads the options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--rounds", type=int, default=3, help="rounds of each document; the cold start takes three times as many"
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="these parts only")
    parser.add_argument(
        "--without", nargs="+", default=(), help="leave out a peer: spectral needs minutes on GitHub's API"
    )
    parser.add_argument("--output", type=Path, default=RESULTS, help="where the results are kept")
    return parser.parse_args()


def measured(cases: list[Document], tools: list[Tool], rounds: int) -> list[dict[str, Any]]:
    """Measures documents one after the other, and prints each at once."""
    found = []
    for document in cases:
        one = report.case(document.name, document.file, alternate(tools, [document.file], rounds))
        report.show(one)
        found.append(one)
    return found


def growth(cases: list[dict[str, Any]], tools: list[Tool]) -> dict[str, float]:
    """Returns the exponent by which the cost above the start grows with bytes: 1 is linear, 2 quadratic."""
    middle, largest = (
        next(case for case in cases if case["name"] == f"orders at {size} resources") for size in documents.SIZES[1:]
    )
    exponents = {}
    for tool in tools:
        start = least_cpu([run(tool, ["--version"]) for _ in range(3)])
        small, large = (case["tools"][tool.name]["cpu_s"] - start for case in (middle, largest))
        if small > 0 and large > 0:
            exponents[tool.name] = round(math.log(large / small) / math.log(largest["bytes"] / middle["bytes"]), 2)
    print(
        "\ngrowth exponent, 75 to 290 resources: " + ", ".join(f"{name} {value}" for name, value in exponents.items())
    )
    return exponents


def breakdowns(ours: Tool) -> dict[str, Any]:
    """Takes the cold start apart, with the rules that there are and with very many."""
    shipped = cold_start(ours, SMALL)
    report.show_breakdown("cold start with the shipped rules", shipped)
    many = cold_start(synthetic.with_rules(ours), SMALL)
    report.show_breakdown(f"cold start with {synthetic.MORE} rules more", many)
    return {"shipped": shipped._asdict(), "synthetic": many._asdict()}


if __name__ == "__main__":
    main()
