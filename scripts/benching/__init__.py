"""The parts of scripts/bench: data, contenders, measuring, comparing, telling. Python 3.8, no modules."""
