"""How a page may be looked at: language, colours, device."""

import itertools
from dataclasses import dataclass

DEVICES = {"pc": (1440, 900), "small": (1024, 768), "tablet": (768, 1024), "phone": (360, 740)}


@dataclass(frozen=True)
class Look:
    language: str
    colours: str
    device: str

    def __str__(self):
        return f"{self.language}-{self.colours}-{self.device}"

    @property
    def options(self):
        """For a browser's context."""
        width, height = DEVICES[self.device]
        return {
            "viewport": {"width": width, "height": height}, "color_scheme": self.colours,
            "locale": {"zh": "zh-CN", "en": "en-GB"}[self.language],
            "has_touch": self.device == "phone", "is_mobile": self.device == "phone",
            # What moves would be judged halfway.
            "reduced_motion": "reduce",
        }


def looks(*, colours=("light", "dark"), devices=tuple(DEVICES)):
    return [Look(*parts) for parts in itertools.product(("zh", "en"), colours, devices)]
