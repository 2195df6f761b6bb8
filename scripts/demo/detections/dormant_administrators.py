def rule(_):
    return True


def title(event):
    return f"{event.get('email')} has an administrator role and has not signed in since {event.get('last_sign_in')}"
