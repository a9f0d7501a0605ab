package dev.rollcall.api.activity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ActivityDays",
        description = "What came of the provisioning calls of each day in UTC, the earliest first")
record DaysView(List<SummaryView> days) {}
