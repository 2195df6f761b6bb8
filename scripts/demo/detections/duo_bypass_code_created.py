def rule(event):
    return event.get("action") == "bypass_create"


def title(event):
    return f"Duo bypass code created by {event.get('username')}"
