def rule(event):
    return event.get("eventType") == "user.account.privilege.grant"


def title(event):
    targets = [target.get("alternateId") for target in event.get("target") or []]
    return f"Okta administrator role given to {', '.join(filter(None, targets)) or 'an unknown account'}"
