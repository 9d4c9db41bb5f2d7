"""Draws many covers at once, to compare them as pixels."""

import json

import typst

SOURCE = b"""
#set page(width: 120pt, height: 80pt, margin: 0pt)
#for svg in json(bytes(sys.inputs.svgs)) {
  page(image(bytes(svg), format: "svg", width: 120pt, height: 80pt))
}
"""


def rendered(svgs: list[str]) -> list[bytes]:
    """One PNG per drawing, of 120 by 80."""
    compiler = typst.Compiler(ignore_system_fonts=True)
    inputs = {"svgs": json.dumps(svgs)}
    return compiler.compile(SOURCE, format="png", ppi=72, sys_inputs=inputs)
