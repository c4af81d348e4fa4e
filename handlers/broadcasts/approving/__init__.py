"""Two pairs of eyes: from so many people on a second person says yes, and the same words twice are asked about."""
