"an asset of the tests";
