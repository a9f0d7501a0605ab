package dev.rollcall.api.catalogue;

import dev.rollcall.api.body.MergePatch;
import dev.rollcall.api.body.PlainName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"name": "Europe"}
        """)
record TeamPatch(@PlainName(of = "a team") @Nullable String name) implements MergePatch {}
