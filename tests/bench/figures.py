"""One measured figure, as a line and as JSON."""
from dataclasses import asdict, dataclass
from typing import Optional


@dataclass(frozen=True)
class Figure:
    name: str
    value: float
    unit: str
    ratio: Optional[float] = None  # this product over the reference; None where there is none
    reference: str = ""

    def __str__(self):
        ratio = "" if self.ratio is None else f"{self.ratio:.3f}"
        return "\t".join([self.name, f"{self.value:.6g}", self.unit, ratio, self.reference])

    @staticmethod
    def parse(line):
        name, value, unit, ratio, reference = (line.split("\t") + ["", ""])[:5]
        return Figure(name, float(value), unit, float(ratio) if ratio else None, reference)

    def as_json(self):
        return asdict(self)


def median(values):
    return sorted(values)[len(values) // 2]
