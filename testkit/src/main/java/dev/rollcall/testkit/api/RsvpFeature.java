package dev.rollcall.testkit.api;

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
