package dev.rollcall.api.credential;

import dev.rollcall.api.body.MergePatch;
import dev.rollcall.api.body.PlainName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"name": "PingOne staging"}
        """)
record CredentialPatch(
        @PlainName(of = "a credential") @Nullable String name) implements MergePatch {}
