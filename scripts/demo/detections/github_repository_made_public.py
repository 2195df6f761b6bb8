def rule(event):
    return event.get("action") == "repo.access" and event.get("visibility") == "public"


def title(event):
    return f"{event.get('actor')} made {event.get('repo')} public"
