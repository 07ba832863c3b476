"""The benchmark: ratios between things measured in one run, medians of paired rounds. It tests nothing."""
