package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters by which drivers do more than connect. */
class JdbcAddressTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "jdbc:mariadb://h/m?allowLocalInfile=true, allowLocalInfile",
        "jdbc:mariadb://h/m?sslMode=trust&ALLOWLOCALINFILE=true, ALLOWLOCALINFILE",
        "jdbc:mysql://h/m?autoDeserialize=true&queryInterceptors=x, autoDeserialize",
        "jdbc:mysql://h/m?allow%4cocalInfile=true, allow%4cocalInfile",
        "jdbc:mariadb://h/m?credentialType=x, credentialType",
        "jdbc:mariadb://h/m?sessionVariables=x, sessionVariables",
        "jdbc:postgresql://h/m?socketFactory=org.example.Evil&socketFactoryArg=x, socketFactory",
        "jdbc:postgresql://h/m?sslfactory=x, sslfactory",
        "jdbc:postgresql://h/m?ssl=true&loggerFile=/etc/cron.d/x, loggerFile",
        "jdbc:postgresql://h/m?authenticationPluginClassName=x, authenticationPluginClassName",
        "jdbc:mariadb://h/m?user=a;allowLocalInfile=true, allowLocalInfile",
        "jdbc:h2:file:/a;INIT=RUNSCRIPT FROM 'x', INIT",
        "`jdbc:mysql://(host=h,port=1,allowLoadLocalInfile=true)/m`, allowLoadLocalInfile",
        "jdbc:mysql://address=(host=h)(autoDeserialize=true)/m, autoDeserialize",
        "jdbc:mariadb://h/m?user=a?allowLocalInfile=true&x=1, x"
      })
  void areRefused(String url, String parameter) {
    assertThat(JdbcAddress.refusedParameter(url)).contains(parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mariadb://127.0.0.1:3306/moodle",
        "jdbc:mariadb://h/m?sslMode=verify-full&serverSslCert=/etc/ca.pem&socketTimeout=1000",
        "jdbc:mysql://h/m?useSSL=true&characterEncoding=utf8",
        "jdbc:postgresql://h/m?sslmode=require&sslrootcert=/etc/ca.pem&currentSchema=moodle",
        "jdbc:postgresql://h/m?",
        "jdbc:h2:mem:a;DB_CLOSE_DELAY=-1",
        "jdbc:mariadb://address=(host=h)(port=3306)/m"
      })
  void whatOnlyConnectsIsLetThrough(String url) {
    assertThat(JdbcAddress.refusedParameter(url)).isEmpty();
  }
}
