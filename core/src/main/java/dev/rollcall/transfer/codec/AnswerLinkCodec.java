package dev.rollcall.transfer.codec;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The portable form of answer links. */
public final class AnswerLinkCodec implements RecordCodec<AnswerLink> {

    /** The codec, which has no state. */
    public AnswerLinkCodec() {}

    @Override
    public String name() {
        return "answer_links";
    }

    @Override
    public String id(AnswerLink value) {
        return value.hash();
    }

    @Override
    public Members write(AnswerLink link) {
        return new MemberWriter()
                .with("hash", link.hash())
                .with("event_id", link.invitation().event())
                .with("invitation_id", link.invitation().id())
                .with("generation", link.generation())
                .end();
    }

    @Override
    public AnswerLink read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<String> hash = in.hash();
        Optional<InvitationKey> invitation = in.invitation();
        Optional<Integer> generation = in.integer("generation");
        in.requireValid();
        return new AnswerLink(hash.orElseThrow(), invitation.orElseThrow(), generation.orElseThrow());
    }

    @Override
    public Page<AnswerLink, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return ports.links().list(request);
    }

    @Override
    public List<Outcome<AnswerLink>> restore(Repositories ports, List<AnswerLink> values, Instant now) {
        return RestoredLinks.restoreAnswerLinks(ports.links(), values);
    }
}
