"""Stories: conversations as text, played against the real parts with a clock that moves only when the story says so."""

from bot.stories.ground import Ground, fill, read_ground
from bot.stories.parsing import StoryInvalid, parse, read_story
from bot.stories.player import Unmet, play
from bot.stories.script import Story

__all__ = ["Ground", "Story", "StoryInvalid", "Unmet", "fill", "parse", "play", "read_ground", "read_story"]
