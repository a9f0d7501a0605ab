package dev.rollcall.api.session;

import dev.rollcall.security.link.SetUpLink;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SetUpLink", description = "A link by which one person may administer the organization, once")
record SetUpLinkView(
        UUID id,
        String email,
        String name,

        @Schema(description = "Whether the person sees everything and changes nothing")
        boolean readOnly,

        @Schema(description = "Who asked for it") String madeBy,
        Instant created,
        Instant expires,

        @Schema(description = "When it was used; absent where it was not") @Nullable
        Instant used,

        @Schema(description = "What the person opens; in the answer that makes it and never again") @Nullable
        String url) {

    static SetUpLinkView of(SetUpLink link) {
        return of(link, null);
    }

    static SetUpLinkView of(SetUpLink link, @Nullable String url) {
        return new SetUpLinkView(
                link.id(),
                link.person().email(),
                link.person().name(),
                link.readOnly(),
                link.madeBy(),
                link.created(),
                link.expires(),
                link.used(),
                url);
    }

    /// Without the link itself.
    @Override
    public String toString() {
        return "SetUpLinkView[" + id + "]";
    }
}
