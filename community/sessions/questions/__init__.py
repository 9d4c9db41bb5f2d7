"""Questions from the audience, live: asked, supported, brought in view, answered."""
