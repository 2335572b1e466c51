package dev.rollcall.testkit.rsvp;

import dev.rollcall.testkit.rsvp.event.EventDayApiContract;
import dev.rollcall.testkit.rsvp.event.EventListApiContract;
import dev.rollcall.testkit.rsvp.event.EventTimeApiContract;
import dev.rollcall.testkit.rsvp.invitation.api.AnswerApiContract;
import dev.rollcall.testkit.rsvp.invitation.api.AnswerFormContract;
import dev.rollcall.testkit.rsvp.invitation.api.AnswerPageContract;
import dev.rollcall.testkit.rsvp.invitation.api.ForgedCursorContract;
import dev.rollcall.testkit.rsvp.invitation.api.GuestImportContract;
import dev.rollcall.testkit.rsvp.invitation.api.InvitationApiContract;
import dev.rollcall.testkit.rsvp.invitation.api.InvitationListApiContract;
import dev.rollcall.testkit.rsvp.invitation.api.InviteApiContract;
import dev.rollcall.testkit.rsvp.invitation.api.ManagePageContract;
import dev.rollcall.testkit.rsvp.invitation.api.ReplyApiContract;
import dev.rollcall.testkit.rsvp.invitation.api.SeatApiContract;
import dev.rollcall.testkit.rsvp.link.AnswerLinkApiContract;
import dev.rollcall.testkit.rsvp.link.NamesakeApiContract;
import dev.rollcall.testkit.rsvp.notification.CalendarApiContract;
import dev.rollcall.testkit.rsvp.user.UserApiContract;

/** What the HTTP API must show of users, events, and those who are invited to them. */
public interface RsvpFeature
        extends UserApiContract,
                EventTimeApiContract,
                EventDayApiContract,
                EventListApiContract,
                InviteApiContract,
                InvitationApiContract,
                InvitationListApiContract,
                ForgedCursorContract,
                AnswerLinkApiContract,
                AnswerApiContract,
                SeatApiContract,
                AnswerPageContract,
                AnswerFormContract,
                ManagePageContract,
                GuestImportContract,
                NamesakeApiContract,
                CalendarApiContract,
                ReplyApiContract {}
