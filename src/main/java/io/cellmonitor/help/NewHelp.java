package io.cellmonitor.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.problem.StorableText;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a student asks.
 *
 * @param notebookPath of the student's own copy
 */
public record NewHelp(
        @Nullable @Size(max = 500) @StorableText String message,

        @JsonProperty("notebook_path") @Nullable @Size(max = 500) @StorableText
        String notebookPath,

        @JsonProperty("cell_id") @Nullable @Size(max = 128) @StorableText
        String cellId) {}
