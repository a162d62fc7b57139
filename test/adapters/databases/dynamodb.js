import { once } from "node:events"
import { DynamoDBAdapter } from "@auth/dynamodb-adapter"
import { DynamoDB } from "@aws-sdk/client-dynamodb"
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb"
import dynalite from "dynalite"

/** Items have no columns. */
export async function open() {
  const server = dynalite({ createTableMs: 0 })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const client = new DynamoDB({
    endpoint: `http://127.0.0.1:${server.address().port}`,
    region: "local",
    credentials: { accessKeyId: "any", secretAccessKey: "any" },
  })
  await client.createTable(TABLE)
  return {
    adapter: DynamoDBAdapter(DynamoDBDocument.from(client)),
    async close() {
      client.destroy()
      server.close()
    },
  }
}

const attributes = (hash, range) => [
  { AttributeName: hash, KeyType: "HASH" },
  { AttributeName: range, KeyType: "RANGE" },
]

/** The table of Auth.js's documentation. */
const TABLE = {
  TableName: "next-auth",
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: ["pk", "sk", "GSI1PK", "GSI1SK"].map((AttributeName) => ({
    AttributeName,
    AttributeType: "S",
  })),
  KeySchema: attributes("pk", "sk"),
  GlobalSecondaryIndexes: [
    {
      IndexName: "GSI1",
      KeySchema: attributes("GSI1PK", "GSI1SK"),
      Projection: { ProjectionType: "ALL" },
    },
  ],
}
