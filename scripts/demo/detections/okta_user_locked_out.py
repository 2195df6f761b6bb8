# The account that deployments run under: a lock-out of it stops releases, so the workflow is told as well.
DEPLOYER = "deploy.bot@example.com"


def rule(event):
    return event.deep_get("outcome", "reason") == "LOCKED OUT"


def title(event):
    return f"Okta locked out {event.deep_get('actor', 'alternateId', default='an unknown account')}"


def destinations(event):
    if event.deep_get("actor", "alternateId") == DEPLOYER:
        return ["dev-alert-destinations", "tines-okta-user-lock-out"]
    return ["dev-general"]


def alert_context(event):
    return {
        "actor": event.deep_get("actor", "displayName"),
        "id": event.deep_get("actor", "id"),
    }
