package dev.rollcall.transfer.codec;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The portable form of secret links. */
public final class SecretLinkCodec implements RecordCodec<SecretLink> {

    /** The codec, which has no state. */
    public SecretLinkCodec() {}

    private static final Pattern SUBJECT = Pattern.compile("(event|feed):[A-Za-z0-9._~-]{1,64}");

    @Override
    public String name() {
        return "secret_links";
    }

    @Override
    public String id(SecretLink value) {
        return value.owner().subject();
    }

    @Override
    public Members write(SecretLink link) {
        return new MemberWriter()
                .with("subject", link.owner().subject())
                .with("owner_created_at", link.owner().createdAt())
                .with("hash", link.hash())
                .end();
    }

    @Override
    public SecretLink read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<String> subject = in.required("subject", SecretLinkCodec::subject);
        // Absent in exports of earlier versions, whose links are refused one by one when they are restored.
        Instant createdAt = in.optional("owner_created_at", Moments::instant).orElse(LinkOwner.UNKNOWN);
        Optional<String> hash = in.hash();
        in.requireValid();
        return new SecretLink(LinkOwner.of(subject.orElseThrow(), createdAt), hash.orElseThrow());
    }

    @Override
    public Page<SecretLink, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return ports.links().listSecrets(request);
    }

    @Override
    public List<Outcome<SecretLink>> restore(Repositories ports, List<SecretLink> values, Instant now) {
        return RestoredLinks.restoreSecretLinks(ports.links(), values);
    }

    private static String subject(String text) {
        if (!SUBJECT.matcher(text).matches()) {
            throw new InvalidInputException("must be event: or feed: and an id");
        }
        return text;
    }
}
