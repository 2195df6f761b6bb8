EVERYONE = "http://acs.amazonaws.com/groups/global/AllUsers"


def policy(resource):
    return all(grant.get("Grantee", {}).get("URI") != EVERYONE for grant in resource.get("Grants") or [])
