package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;

/** Registers laid over others know a row by what the schema calls its key, and by nothing else. */
class RegisterKeyTest {

  @ParameterizedTest
  @EnumSource(RegisterName.class)
  void theKeyOfTheSchemaNamesARowAndNothingElseDoes(RegisterName name) throws IOException {
    Path file = Fixtures.path("valid").resolve(name.code() + ".csv");
    List<RegisterLine> lines =
        RegisterFile.of(name, file.toString(), Files.readAllBytes(file)).lines();
    assertThat(lines).hasSizeGreaterThan(1);
    List<RegisterRow> rows = new ArrayList<>();
    lines.forEach(line -> rows.add(RowMapper.row(name, line)));
    Registers all = Registers.builder().addAll(rows).build();
    assertThat(Registers.NONE.over(all)).isEqualTo(all);
    assertThat(all.over(all)).isEqualTo(all);

    Map<String, String> cells = new HashMap<>(lines.get(0).cells());
    List<String> key = RegisterSchema.of(name).key();
    cells.keySet().retainAll(key);
    lines.get(1).cells().forEach(cells::putIfAbsent);
    RegisterRow sameKey = RowMapper.row(name, new RegisterLine(2, cells));
    Registers upper = Registers.builder().add(sameKey).build();
    assertThat(upper.over(Registers.builder().add(rows.get(0)).build())).isEqualTo(upper);
  }
}
