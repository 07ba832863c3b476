"""The papers: functions from facts to blocks, and renderers from blocks to HTML, PDF and Word."""
