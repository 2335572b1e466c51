package dev.rollcall.testkit.rsvp;

import dev.rollcall.testkit.rsvp.event.EventFeature;
import dev.rollcall.testkit.rsvp.invitation.api.InvitationFeature;
import dev.rollcall.testkit.rsvp.link.LinkFeature;
import dev.rollcall.testkit.rsvp.notification.CalendarFeature;
import dev.rollcall.testkit.rsvp.user.UserFeature;

/** What the HTTP API must show of users, events, and those who are invited to them. */
public interface RsvpFeature extends UserFeature, EventFeature, InvitationFeature, LinkFeature, CalendarFeature {}
