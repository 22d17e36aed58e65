package io.cellmonitor.classroom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.SharedNotebookPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A notebook's file of the test resources, as JupyterLab opens it: cells without ids get new ones each time. */
record NotebookFile(String path, List<CellRef> cells) {

    static NotebookFile open(String path) {
        try (InputStream file = NotebookFile.class.getResourceAsStream("/notebooks/" + path)) {
            List<CellRef> cells = new ArrayList<>();
            for (JsonNode cell :
                    new ObjectMapper().readTree(Objects.requireNonNull(file)).path("cells")) {
                String id = cell.path("id").asText(UUID.randomUUID().toString().substring(0, 8));
                cells.add(new CellRef(id, cell.path("cell_type").asText()));
            }
            return new NotebookFile(path, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As ingest shortens it. */
    String sharedPath() {
        return SharedNotebookPath.of(path);
    }

    List<String> codeCells() {
        return cells.stream()
                .filter(cell -> cell.type().equals("code"))
                .map(CellRef::id)
                .toList();
    }
}
