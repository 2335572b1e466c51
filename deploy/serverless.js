// What serverless.yml takes out of the templates beside it: every table, and for each function on DynamoDB its role and its log
// group. The functions that answer requests, with their routes, are taken too; serverless.yml adds the one that sends mail.
const AUTHORIZER = '${self:custom.authorizer}';

module.exports = async ({ resolveVariable }) => {
  const data = (await resolveVariable('file(./data.yaml)')).Resources;
  const api = (await resolveVariable('file(./api.yaml)')).Resources;
  const names = idsOf(api, 'AWS::Serverless::Function')
    .filter((id) => id.endsWith('OnDynamoDb'))
    .map((id) => id.replace('OnDynamoDb', ''));
  const answering = names.filter((name) => `${name}Integration` in api);
  return {
    functions: Object.fromEntries(answering.map((name) => [name.toLowerCase(), functionOf(name, api)])),
    resources: {
      Resources: {
        ...pick(data, idsOf(data, 'AWS::DynamoDB::Table')),
        ...pick(api, names.flatMap((name) => [`${name}Role`, `${name}Logs`])),
      },
      extensions: Object.fromEntries(names.map((name) => [`${name}LambdaFunction`, logging(name)])),
    },
  };
};

function functionOf(name, api) {
  return {
    handler: 'dev.rollcall.lambda.RollcallHandler',
    role: `${name}Role`,
    // The log group is the one to which alone the role may write.
    disableLogs: true,
    snapStart: true,
    environment: api[`${name}OnDynamoDb`].Properties.Environment.Variables,
    events: routesTo(name, api).map(({ RouteKey, AuthorizationType }) => ({
      httpApi: {
        method: '*',
        path: RouteKey === '$default' ? '*' : RouteKey.replace('ANY ', ''),
        ...(AuthorizationType === 'NONE' ? {} : { authorizer: AUTHORIZER }),
      },
    })),
  };
}

function routesTo(name, api) {
  return idsOf(api, 'AWS::ApiGatewayV2::Route')
    .map((id) => api[id].Properties)
    .filter((route) => route.Target['Fn::Sub'] === `integrations/\${${name}Integration}`);
}

function logging(name) {
  return { Properties: { LoggingConfig: { LogGroup: { Ref: `${name}Logs` } } } };
}

function idsOf(resources, type) {
  return Object.keys(resources).filter((id) => resources[id].Type === type);
}

function pick(resources, ids) {
  return Object.fromEntries(ids.map((id) => [id, resources[id]]));
}
