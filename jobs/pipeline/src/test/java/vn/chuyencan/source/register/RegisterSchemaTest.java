package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;

/** A register's schema says of every column what a reader of the data dictionary needs to know. */
class RegisterSchemaTest {
  private static final Pattern LAW =
      Pattern.compile("((FC-(X|TT|LT|TH)|X-(TIME|ID|PD)|C08|C09|C28|C30|Q3784)[-.]\\S+)|X-DB");

  static Stream<Register> registers() {
    return Stream.concat(
        Arrays.stream(RegisterName.values()), Arrays.stream(InstitutionRegister.values()));
  }

  @Test
  void whatTheInstitutionOwesHasAnOfficeThatSuppliesIt() {
    for (InstitutionRegister register : InstitutionRegister.values()) {
      RegisterDescription described = RegisterDescription.of(register);
      assertThat(described.supplierVi()).as(register.code()).isNotBlank();
      assertThat(described.supplierEn()).as(register.code()).isNotBlank();
    }
  }

  private static JsonNode document(Register name) {
    String resource = "/vn/chuyencan/schemas/registers/" + name.code() + ".json";
    try (InputStream stream = RegisterSchema.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @ParameterizedTest
  @MethodSource("registers")
  void isAJsonSchema(Register name) {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}", InputFormat.JSON);
    assertThat(meta.validate(document(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("registers")
  void everyColumnIsToldInBothLanguagesWithAnExampleThatHolds(Register name) {
    JsonNode document = document(name);
    RegisterSchema schema = RegisterSchema.of(name);
    for (String keyword : List.of("title", "x-title-vi", "description", "x-description-vi")) {
      assertThat(document.path(keyword).asText()).as(keyword).isNotBlank();
    }
    for (String column : schema.columns()) {
      JsonNode property = document.path("properties").path(column);
      for (String keyword :
          List.of(
              "title", "description", "x-label-vi", "x-label-en", "x-description-vi", "x-unit")) {
        assertThat(property.path(keyword).asText()).as(column + " " + keyword).isNotBlank();
      }
      property.path("x-law").forEach(law -> assertThat(law.asText()).matches(LAW));
      String example = schema.example(column);
      RegisterLine line = new RegisterLine(2, Map.of(column, example));
      RegisterFile file = new RegisterFile(name, "f", List.of(line), List.of(), true);
      assertThat(RowCheck.faults(file))
          .as(column)
          .filteredOn(fault -> fault.column().equals(column))
          .filteredOn(fault -> fault.code().number() != 3119)
          .filteredOn(fault -> !(column.equals("counted") && fault.code().number() == 3116))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("registers")
  void keysAndReferencesNameColumnsThatAreThere(Register name) {
    RegisterSchema schema = RegisterSchema.of(name);
    assertThat(schema.key()).isNotEmpty();
    assertThat(schema.columns()).containsAll(schema.key()).containsAll(schema.required());
    schema.unique().forEach(columns -> assertThat(schema.columns()).containsAll(columns));
    schema.ordered().forEach(pair -> assertThat(schema.columns()).containsAll(pair));
    schema.distinct().forEach(pair -> assertThat(schema.columns()).containsAll(pair));
    for (RegisterSchema.Reference reference : schema.references()) {
      assertThat(schema.columns()).containsAll(reference.columns());
      assertThat(RegisterSchema.of(reference.register()).key())
          .containsExactlyElementsOf(reference.target());
    }
  }
}
