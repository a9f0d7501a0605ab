package dev.rollcall.api.activity;

import dev.rollcall.activity.run.Run;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SyncRun", description = "Writes of a connection without ten quiet minutes between them")
record RunView(
        Instant began,
        Instant ended,

        @Schema(description = "Whether ten quiet minutes have passed since")
        boolean over,

        CountsView users,
        CountsView groups,
        CountsView others,
        PingOneView pingOne) {

    static RunView of(Run run) {
        return new RunView(
                run.began(),
                run.ended(),
                run.isOver(),
                CountsView.of(run.users()),
                CountsView.of(run.groups()),
                CountsView.of(run.others()),
                PingOneView.of(run.users(), run.groups()));
    }
}
