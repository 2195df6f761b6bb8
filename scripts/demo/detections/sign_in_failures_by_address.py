def rule(event):
    return event.udm("event_type") == "failed_login"


def dedup(event):
    return event.udm("source_ip")


def title(event):
    return f"Many failed sign-ins from {event.udm('source_ip')}"
