package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.Rollcall;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rest.page.Content;
import dev.rollcall.rest.page.Pages;
import dev.rollcall.rest.route.Cursors;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.Handler;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import dev.rollcall.rest.rsvp.event.EventFacts;
import dev.rollcall.rest.rsvp.link.Tokens;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The organizer's page of an event, behind its secret link. Nothing guards its forms against being sent by another site: such a
 * site would have to know the token, which is in no cookie, and the holder of the token may do all this.
 */
public final class ManageEndpoint implements Endpoint {

    private static final List<String> HTML = List.of(MediaTypes.HTML);
    private static final String PAGE = "/events/{event_id}/manage/{token}";
    private static final String GUEST = PAGE + "/invitations/{invitation_id}";
    private static final QueryNames LINK = QueryNames.ofLink();
    private static final QueryNames SHOWN = QueryNames.ofLink("response", "done", "number", "limit", "cursor");
    private static final Cursors<InvitationId> GUESTS =
            new Cursors<>("guests on a page", InvitationId::value, InvitationId::new);

    /** How many guests are looked at to count the mails that failed, which no counter does. */
    private static final int MOST_COUNTED = 1_000;

    private final Rollcall rollcall;
    private final InvitePages inviting;

    /**
     * The organizer's page.
     *
     * @param rollcall the services
     */
    public ManageEndpoint(Rollcall rollcall) {
        this.rollcall = rollcall;
        inviting = new InvitePages(rollcall.invitations());
    }

    @Override
    public void register(Routes routes) {
        routes.get(PAGE, HTML, SHOWN, opened(this::show));
        routes.get(PAGE + "/guests.csv", List.of(MediaTypes.CSV, MediaTypes.HTML), LINK, opened(this::export));
        routes.post(PAGE + "/invitations/check", HTML, LINK, opened(inviting::check));
        routes.post(PAGE + "/invitations", HTML, LINK, opened(inviting::invite));
        routes.post(GUEST + "/resend", HTML, QueryNames.ofLink("link"), opened(this::resend));
        routes.get(GUEST + "/withdraw", HTML, LINK, opened(this::askToWithdraw));
        routes.post(GUEST + "/withdraw", HTML, LINK, opened(this::withdraw));
        routes.post(PAGE + "/link", HTML, LINK, opened(this::replaceLink));
    }

    private interface Opened {

        dev.rollcall.rest.http.Response handle(Exchange exchange, ManagePage page);
    }

    /** Lets nobody in but those who have the token. To all others it looks as if there were no such event. */
    private Handler opened(Opened handler) {
        return exchange -> {
            Optional<Event> event =
                    exchange.path("event_id", ManageEndpoint::parse).value().flatMap(rollcall.events()::find);
            Optional<LinkToken> token = Tokens.of(exchange);
            if (event.isEmpty() || token.isEmpty() || !rollcall.links().opens(LinkOwner.of(event.get()), token.get())) {
                return unknown(exchange);
            }
            String base = base(exchange, event.get().id(), token.get());
            return handler.handle(
                    exchange, new ManagePage(event.get(), rollcall.clock().instant(), base));
        };
    }

    private static Optional<EventId> parse(String text) {
        try {
            return Optional.of(new EventId(text));
        } catch (dev.rollcall.error.InvalidInputException malformed) {
            return Optional.empty();
        }
    }

    private static String base(Exchange exchange, EventId event, LinkToken token) {
        return Pages.root(exchange.request()) + "events/" + event.value() + "/manage/" + token.value();
    }

    private static dev.rollcall.rest.http.Response unknown(Exchange exchange) {
        if (!exchange.isForBrowser()) {
            throw new NotFoundException("event", "behind this link");
        }
        Content content = new Content()
                .with("title", "Unknown address")
                .with("heading", "This address opens no event")
                .with("lead", "Perhaps a part of it got lost on the way, or it was replaced by a newer one.")
                .with(
                        "paragraphs",
                        List.of("Whoever runs this server can make another one for the organizer of an event."));
        return Pages.response(404, "notice", content, exchange.request());
    }

    private dev.rollcall.rest.http.Response show(Exchange exchange, ManagePage page) {
        Input<ParticipationStatus> response =
                exchange.query("response", word -> Words.parse(ParticipationStatus.class, word));
        Input<String> done = exchange.query("done", text -> text);
        Input<Integer> number = exchange.queryInteger("number", count -> count);
        Input<String> cursor = exchange.query("cursor", text -> text);
        Cursors<InvitationId> cursors = GUESTS.filteredBy(response);
        PageRequest<InvitationId> request = exchange.pageRequest(cursors);
        EventId event = page.event().id();
        Page<Invitation, InvitationId> guests = rollcall.invitations().list(event, response.optional(), request);
        Content content = page.content(response.optional(), guests, cursor.isAbsent(), cursors, failedMail(event))
                .with("done", done.optional().flatMap(what -> done(what, number.optional())));
        return Pages.response(200, "manage", content, exchange.request());
    }

    /** What was done just now. The query chooses among sentences, and says none of its own. */
    private static Optional<Content> done(String what, Optional<Integer> number) {
        return switch (what) {
            case "invited" -> {
                int count = Math.max(0, number.orElse(0));
                yield Optional.of(notice(
                        count == 0
                                ? "Nobody was new on the list: nothing is sent."
                                : EventFacts.people(count) + (count == 1 ? " gets" : " get")
                                        + " an invitation. The mail is on its way."));
            }
            case "resent" -> Optional.of(notice("The invitation is sent again. Links that were sent before are over."));
            case "withdrawn" -> Optional.of(notice("The invitation was withdrawn, and the guest is told."));
            case "replaced" ->
                Optional.of(notice(
                        "This is the page’s new address: keep it, as nobody can look it up. The one before is over."));
            case "unconfirmed" ->
                Optional.of(notice("Nothing was replaced. Tick the box by which you end the present address.")
                        .with("tone", "wrong")
                        .with("role", "alert"));
            default -> Optional.empty();
        };
    }

    private static Content notice(String text) {
        return new Content().with("text", text).with("tone", "good").with("role", "status");
    }

    private String failedMail(EventId event) {
        int failed = 0;
        int seen = 0;
        Optional<PageRequest<InvitationId>> request = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (request.isPresent() && seen < MOST_COUNTED) {
            Page<Invitation, InvitationId> guests = rollcall.invitations().list(event, Optional.empty(), request.get());
            seen += PageRequest.MAX_LIMIT;
            failed += (int) guests.items().stream()
                    .filter(guest -> !guest.isWithdrawn() && guest.delivery().state() == Delivery.State.FAILED)
                    .count();
            request = guests.next().map(request.get()::startingAfter);
        }
        return failed + (request.isPresent() ? " or more" : "");
    }

    private dev.rollcall.rest.http.Response export(Exchange exchange, ManagePage page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(GuestContent.COLUMNS);
        Optional<PageRequest<InvitationId>> request = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (request.isPresent()) {
            Page<Invitation, InvitationId> guests =
                    rollcall.invitations().list(page.event().id(), Optional.empty(), request.get());
            guests.items().forEach(guest -> rows.add(GuestContent.row(guest)));
            request = guests.next().map(request.get()::startingAfter);
        }
        return new dev.rollcall.rest.http.Response(
                200,
                Headers.NONE
                        .with("Content-Type", MediaTypes.CSV + "; charset=utf-8")
                        .with("Content-Disposition", "attachment; filename=\"guests.csv\"")
                        .with("Cache-Control", Responses.NO_STORE),
                Csv.write(rows).getBytes(StandardCharsets.UTF_8));
    }

    private dev.rollcall.rest.http.Response resend(Exchange exchange, ManagePage page) {
        Input<Integer> seen = exchange.queryInteger("link", generation -> generation);
        InvitationKey key = key(exchange, page);
        rollcall.invitations().resend(key, seen.optional().map(OptionalInt::of).orElseGet(OptionalInt::empty));
        return Pages.redirect(page.base() + "?done=resent");
    }

    private dev.rollcall.rest.http.Response askToWithdraw(Exchange exchange, ManagePage page) {
        Invitation guest = rollcall.invitations().get(key(exchange, page));
        if (guest.isWithdrawn()) {
            return Pages.redirect(page.base() + "?done=withdrawn");
        }
        String lost = guest.seats() > 0
                ? "Their answer is lost, and " + EventFacts.people(guest.seats()) + " fewer come. "
                : "";
        Content content = page.common("Withdraw an invitation")
                .with("id", guest.key().id().value())
                .with(
                        "who",
                        guest.guest()
                                .name()
                                .map(dev.rollcall.rsvp.user.UserName::value)
                                .orElse(guest.guest().email().typed().strip()))
                .with("consequence", lost + "The guest is told by e-mail.");
        return Pages.response(200, "withdraw", content, exchange.request());
    }

    private dev.rollcall.rest.http.Response withdraw(Exchange exchange, ManagePage page) {
        rollcall.invitations().withdraw(key(exchange, page));
        return Pages.redirect(page.base() + "?done=withdrawn");
    }

    private dev.rollcall.rest.http.Response replaceLink(Exchange exchange, ManagePage page) {
        Input<String> confirmed = exchange.form().get("confirmed", text -> text);
        if (confirmed.optional().filter("yes"::equals).isEmpty()) {
            return Pages.redirect(page.base() + "?done=unconfirmed");
        }
        LinkToken next = rollcall.links().issue(LinkOwner.of(page.event()));
        return Pages.redirect(base(exchange, page.event().id(), next) + "?done=replaced");
    }

    private static InvitationKey key(Exchange exchange, ManagePage page) {
        return new InvitationKey(
                page.event().id(),
                exchange.path("invitation_id", InvitationId::new).value());
    }
}
