package dev.rollcall.mail.calendar;

import dev.rollcall.mail.text.Addresses;
import dev.rollcall.mail.text.Names;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Status;

/**
 * The calendar in a guest's notification (RFC 5546 section 3.2), which mail programs show with buttons of their own. Replies to its
 * organizer's address carry the guest's token.
 */
public final class InvitationCalendar {

    /** The method of a notification that asks, or tells of a change. */
    static final String REQUEST = "REQUEST";

    /** The method of a notification that takes an invitation back. */
    static final String CANCEL = "CANCEL";

    private final Notification notification;
    private final Invitation invitation;
    private final EmailAddress from;

    /**
     * The calendar of a notification.
     *
     * @param notification the notification
     * @param invitation the guest's invitation
     * @param from the address by which the guest's replies are known
     */
    public InvitationCalendar(Notification notification, Invitation invitation, EmailAddress from) {
        this.notification = notification;
        this.invitation = invitation;
        this.from = from;
    }

    /**
     * The method, which is a parameter of the part's media type too (RFC 6047 section 2.4).
     *
     * @return {@code REQUEST} or {@code CANCEL}
     */
    public String method() {
        return notification.kind() == NotificationKind.CANCELLED || notification.kind() == NotificationKind.WITHDRAWN
                ? CANCEL
                : REQUEST;
    }

    /**
     * The calendar in UTF-8.
     *
     * @return its bytes
     */
    public byte[] write() {
        EventComponent event = new EventComponent(notification.event());
        VEvent component = event.describe(notification.writtenAt());
        component.add(new Status(status()));
        component.add(Calendars.organizer(
                Names.of(notification.organizer()),
                Addresses.tagged(from, invitation.links().replyToken())));
        component.add(attendee(invitation.guest()));
        Calendar calendar = Calendars.empty(new Method(method()));
        event.zone().ifPresent(calendar::add);
        calendar.add(component);
        return Calendars.written(calendar);
    }

    private String status() {
        if (method().equals(CANCEL)) {
            return "CANCELLED";
        }
        return invitation.standing() == Standing.WAITLISTED ? "TENTATIVE" : "CONFIRMED";
    }

    private Attendee attendee(Guest guest) {
        String address = Addresses.written(guest.email());
        ParameterList parameters = new ParameterList()
                .add(Role.REQ_PARTICIPANT)
                .add(participation())
                .add(Rsvp.TRUE)
                .add(Calendars.name(Names.of(guest)));
        return new Attendee(parameters, Addresses.mailto(address));
    }

    private PartStat participation() {
        if (invitation.isAwaited(notification.event())) {
            return PartStat.NEEDS_ACTION;
        }
        return switch (invitation.answer().response()) {
            case NEEDS_ACTION -> PartStat.NEEDS_ACTION;
            case ACCEPTED -> PartStat.ACCEPTED;
            case TENTATIVE -> PartStat.TENTATIVE;
            case DECLINED -> PartStat.DECLINED;
        };
    }
}
