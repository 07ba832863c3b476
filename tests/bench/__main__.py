"""`make bench`: run every measure and print one table; say what else ran on the machine."""

import os

from tests.bench import accuracy, advice, pages, papers, scoring, start, wordings

ROUNDS = 7


def main() -> None:
    """Print the table as Markdown, so that it can be kept as it is."""
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load {load:.1f} at the start, medians of {ROUNDS} paired rounds\n")
    print("| what | figure | bar |\n|---|---|---|")
    for measure in (start.rows, advice.rows, wordings.rows, accuracy.rows, scoring.rows, pages.rows, papers.rows):
        for what, figure, bar in measure(ROUNDS):
            print(f"| {what} | {figure} | {bar} |", flush=True)


if __name__ == "__main__":
    main()
